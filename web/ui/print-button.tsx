// Prints the page, or the call list alone. Without JavaScript the browser's own menu prints.

import { Button } from './button.tsx';

export type PrintButtonProps = {
  part: 'all' | 'calls';
  label: string;
  /** The one thing to do on its page. */
  isMain?: boolean;
};

export function PrintButton(props: PrintButtonProps) {
  return (
    <Button
      look={props.isMain === true ? 'main' : 'quiet'}
      icon="print"
      class="needs-script no-print"
      onClick={() => {
        const root = document.documentElement;
        root.dataset['print'] = props.part;
        addEventListener('afterprint', () => delete root.dataset['print'], { once: true });
        print();
      }}
    >
      {props.label}
    </Button>
  );
}
