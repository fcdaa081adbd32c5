// On paper only: a code to scan, in the corner of the sheet, that opens the same page again.

export type PageCodeProps = {
  /** Path and query, with the language. */
  path: string;
  label: string;
};

export function PageCode(props: PageCodeProps) {
  return (
    <img
      class="page-code print-only"
      src={`/api/qr.svg?path=${encodeURIComponent(props.path)}`}
      alt={props.label}
      width="120"
      height="120"
    />
  );
}
