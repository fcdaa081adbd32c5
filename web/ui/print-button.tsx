// Prints the page, or the call list alone. Without JavaScript the browser's own menu prints.

import { Button } from './button.tsx';

export function PrintButton(props: { part: 'all' | 'calls'; label: string }) {
  return (
    <Button
      look="quiet"
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
