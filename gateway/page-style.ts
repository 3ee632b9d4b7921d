/** The style of the gateway's pages: the console's colours, the reader's own fonts. */
export const style = `
:root {
  color-scheme: light dark;
  --bg: light-dark(#fbfbfa, #141413); --panel: light-dark(#fff, #1b1b19); --sunken: light-dark(#f4f4f2, #1a1a18);
  --chip: light-dark(#efeeea, #2a2a27); --line: light-dark(#e6e5e1, #2b2a27); --ink: light-dark(#1c1b19, #eceae4); --ink-2: light-dark(#5d5b55, #a9a69d);
  --accent: light-dark(#0f6b5c, #4fbfa8); --accent-ink: light-dark(#fff, #07231d); --accent-soft: light-dark(#e3f1ee, #14302a);
  --good: light-dark(#177a4c, #4cc38a); --bad: light-dark(#b3421f, #f08a5d); --warn: light-dark(#855d00, #e0b04c);
  --sans: "Inter Variable", Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  --mono: "JetBrains Mono", ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 400 0.9375rem/1.6 var(--sans); text-rendering: optimizeLegibility; }
a { color: var(--accent); text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); text-underline-offset: 0.2em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
h1, h2, h3, h4, p, ol, dl, figure { margin: 0; }
h1, h2, h3 { letter-spacing: -0.015em; text-wrap: balance; line-height: 1.25; }
h1 { font-size: 2rem; font-weight: 650; }
h2 { font-size: 1.5rem; font-weight: 650; }
h3 { font-size: 1.125rem; font-weight: 600; }
h4 { font-size: 0.8125rem; font-weight: 600; }
code, pre { font-family: var(--mono); font-size: 0.8125rem; font-variant-ligatures: none; }
p code, td code, .lead code { background: var(--chip); border-radius: 4px; padding: 0.1em 0.3em; }
.dim { color: var(--ink-2); }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 0.75rem; z-index: 2; background: var(--panel); padding: 0.25rem 0.75rem; }

.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 2rem;
  min-height: 3.25rem; padding: 0.5rem 1.5rem; background: var(--bg); border-bottom: 1px solid var(--line); }
.brand { display: flex; align-items: center; gap: 0.5rem; color: inherit; font-weight: 600; text-decoration: none; }
.logo { display: grid; place-items: center; width: 1.375rem; height: 1.375rem; border-radius: 5px; background: var(--accent); color: var(--accent-ink); font-size: 0.75rem; font-weight: 700; }
.bar nav { display: flex; gap: 1.25rem; font-size: 0.875rem; }
.bar nav a { color: var(--ink-2); text-decoration: none; padding: 0.25rem 0; }
.bar nav a:hover, .bar nav [aria-current] { color: var(--ink); }
.bar nav [aria-current] { box-shadow: 0 2px 0 var(--accent); }

.frame { max-width: 90rem; margin: 0 auto; padding: 0 1.5rem 6rem; }
.narrow { max-width: 46rem; padding-top: 2.5rem; }
.narrow h1 code { font-size: 1.75rem; letter-spacing: -0.02em; }
.narrow h2 { font-size: 1.125rem; margin: 2.5rem 0 0.5rem; }
.narrow .scroll { margin-top: 1rem; }
.narrow .answer { margin-top: 1.25rem; }
.eyebrow { color: var(--ink-2); font-size: 0.875rem; margin-bottom: 0.5rem; }
.lead { max-width: 46rem; margin-top: 0.75rem; color: var(--ink-2); font-size: 1rem; }
.lead p + p { margin-top: 0.75rem; }
.top { padding: 2.5rem 0 1rem; }
.facts { display: flex; flex-wrap: wrap; gap: 1rem 3rem; margin-top: 1.75rem; font-size: 0.875rem; }
.facts dt { color: var(--ink-2); font-size: 0.8125rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }

.contents { display: none; }
.contents-small { margin-top: 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--panel); font-size: 0.875rem; }
.contents-small summary { padding: 0.625rem 1rem; font-weight: 600; cursor: pointer; }
.contents-small > ol { padding: 0 1rem 1rem; }
.contents ol, .contents-small ol { list-style: none; padding: 0; }
.contents ol ol, .contents-small ol ol { padding-left: 0.75rem; }
.contents a, .contents-small a { display: block; padding: 0.1875rem 0; color: var(--ink-2); text-decoration: none; }
.contents a:hover, .contents-small a:hover { color: var(--accent); }
.contents > ol > li > a, .contents-small > ol > li > a { margin-top: 0.75rem; color: var(--ink); font-weight: 600; }

.tag { margin-top: 3.5rem; padding-top: 2.5rem; border-top: 1px solid var(--line); }
.sub { margin-top: 0.25rem; color: var(--ink-2); }
.operation { margin-top: 2.75rem; display: grid; gap: 1rem 2.5rem; grid-template-columns: minmax(0, 1fr); }
.group { margin-top: 3rem; padding-bottom: 0.5rem; border-bottom: 1px solid var(--line); }
.group + .operation { margin-top: 1.5rem; }
.group + .scroll { margin-top: 1rem; }
.call { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.5rem; margin-top: 0.375rem; }
.call code { background: none; padding: 0; font-size: 0.875rem; overflow-wrap: anywhere; }
.method { font: 600 0.6875rem/1.5 var(--mono); letter-spacing: 0.03em; padding: 0.125rem 0.4375rem; border-radius: 4px; background: var(--accent-soft); color: var(--accent); }
.method.delete { background: color-mix(in srgb, var(--bad) 12%, var(--bg)); color: var(--bad); }
.operation .word { font-size: 1rem; }
.word code { font-size: inherit; }
.here { margin-left: 0.25rem; color: var(--ink-2); font-weight: 400; text-decoration: none; opacity: 0; }
.operation:hover .here, .here:focus-visible { opacity: 1; }
.tell { max-width: 52rem; min-width: 0; }
.tell > p { max-width: 44rem; }
.tell > p + p { margin-top: 0.75rem; }
.tell h4 { margin: 1.75rem 0 0.5rem; }
.tell .way { margin: 1rem 0 0.375rem; color: var(--ink-2); font-size: 0.875rem; }
.tell .scroll { margin-top: 0.5rem; }
.tell .scroll + .answer, .tell .scroll + .scroll { margin-top: 1.25rem; }
.answer { display: flex; align-items: baseline; gap: 0.625rem; }
.status { font: 600 0.8125rem/1.5 var(--mono); color: var(--good); }
.status.s4 { color: var(--bad); }
.status.s5 { color: var(--warn); }

.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--panel); }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.5; }
thead th { color: var(--ink-2); font-size: 0.75rem; font-weight: 500; }
th, td { padding: 0.5rem 0.875rem; text-align: left; vertical-align: top; font-weight: 400; }
tr + tr > *, tbody tr:first-child > * { border-top: 1px solid var(--line); }
.fields tbody th { white-space: nowrap; }
.fields tbody th code { font-weight: 600; }
.fields .dim { font-weight: 400; }
.fields td:nth-child(2) { color: var(--ink-2); min-width: 7rem; width: 9rem; }
.fields td:nth-child(3) { min-width: 16rem; }
.mark { display: block; font-size: 0.75rem; }
.mark.required { color: var(--bad); }
.values { display: flex; flex-wrap: wrap; gap: 0.25rem; margin-top: 0.25rem; }
.refusals th code { white-space: nowrap; background: none; padding: 0; }

.examples { min-width: 0; }
figure + figure { margin-top: 1rem; }
figcaption { color: var(--ink-2); font-size: 0.75rem; margin-bottom: 0.25rem; }
pre { margin: 0; padding: 0.875rem 1rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--sunken); line-height: 1.55; }
pre .name { color: var(--ink); }
pre .text { color: var(--accent); }
pre .value { color: var(--bad); }
pre { color: var(--ink-2); }

@media (min-width: 64rem) {
  .with-contents { display: grid; grid-template-columns: 13.5rem minmax(0, 1fr); gap: 3.5rem; }
  .contents { display: block; position: sticky; top: 3.25rem; align-self: start; max-height: calc(100vh - 3.25rem); overflow-y: auto; padding: 1.5rem 0 2rem; font-size: 0.8125rem; }
  .contents-small { display: none; }
}
@media (min-width: 82rem) {
  .operation { grid-template-columns: minmax(0, 1fr) minmax(0, 26rem); }
  .operation > header { grid-column: 1 / -1; }
}
@media (max-width: 40rem) {
  .bar, .frame { padding-left: 1rem; padding-right: 1rem; }
  .bar { position: static; }
  html { scroll-padding-top: 1rem; }
  h1 { font-size: 1.625rem; }
  .fields thead { position: absolute; clip-path: inset(50%); }
  .fields tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; padding: 0.625rem 0.875rem; }
  .fields tbody tr + tr { border-top: 1px solid var(--line); }
  .fields tbody tr > * { min-width: 0; width: auto; padding: 0; border: 0; }
  .fields tbody th { white-space: normal; overflow-wrap: anywhere; }
  .fields tbody td:nth-child(2) { width: auto; text-align: right; font-size: 0.8125rem; }
  .fields tbody td:nth-child(3) { min-width: 0; grid-column: 1 / -1; }
  .refusals thead { position: absolute; clip-path: inset(50%); }
  .refusals tr { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.75rem; padding: 0.625rem 0.875rem; }
  .refusals tbody tr + tr { border-top: 1px solid var(--line); }
  .refusals tbody tr > * { padding: 0; border: 0; overflow-wrap: anywhere; }
  .refusals td:nth-child(3) { grid-column: 1 / -1; }
  .mark { display: inline; margin-left: 0.375rem; }
}
@media print { .bar, .contents, .contents-small, .here { display: none; } .scroll, pre { overflow: visible; max-height: none; } }
`;
