// How the browsable page of the API looks: the product's paper and ink, in one style element.

export const DOCS_STYLE = `
:root { color-scheme: light dark; --ink: #1c2b2a; --paper: #fbfaf6; --card: #ffffff; --line: #d9d5c9; --leaf: #094e43; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f1eee5; --paper: #14201f; --card: #1c2b2a; --line: #3f504e; --leaf: #8fd6c4; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 24px 16px 72px; }
h1 { font-size: 34px; line-height: 1.2; } h2 { font-size: 26px; margin-top: 48px; } h3 { font-size: 18px; margin: 0; }
small { font-weight: normal; font-size: 18px; }
a { color: var(--leaf); } a:focus-visible, summary:focus-visible { outline: 3px solid var(--leaf); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: 8px 24px; padding: 0; list-style: none; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px; margin: 16px 0; overflow-x: auto; }
.method { display: inline-block; min-width: 3.5em; color: var(--leaf); font-weight: 700; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); }
summary { cursor: pointer; padding: 8px 0; min-height: 28px; }
pre { overflow-x: auto; padding: 12px; border: 1px solid var(--line); border-radius: 10px; font-size: 14px; }
`;
