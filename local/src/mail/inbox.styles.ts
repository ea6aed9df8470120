/** Styles of the inbox; one sheet, sent with every page, so that nothing else has to be fetched. */
export const styles = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f5f7, #0d0f13); --surface: light-dark(#ffffff, #15181d); --ink: light-dark(#14171d, #f2f4f7);
  --quiet: light-dark(#565d69, #a5adba); --line: light-dark(#e4e6ea, #2a2f37); --accent: light-dark(#1d43b8, #8fabff);
  --soft: light-dark(#edf1fd, #1a2440); --on-accent: light-dark(#ffffff, #0b1533);
  --note: light-dark(#fdf3e1, #2e2412); --on-note: light-dark(#6d4200, #f0bd68);
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); font: 1rem/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.note { margin: 0; padding: .5rem 1rem; background: var(--note); color: var(--on-note); text-align: center; font-size: .875rem; font-weight: 600; }
.panes { flex: 1; display: grid; min-height: 0; }
.list { background: var(--surface); padding: 1rem; min-width: 0; }
.list header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
h1 { font-size: 1.375rem; letter-spacing: -.02em; margin: 0; }
h2 { font-size: 1.375rem; letter-spacing: -.01em; line-height: 1.3; margin: .25rem 0 1rem; overflow-wrap: anywhere; }
.search { margin: 1rem 0; }
.search label { font-size: .875rem; font-weight: 600; }
.search div { display: flex; gap: .5rem; margin-top: .25rem; }
input { flex: 1; min-width: 0; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--quiet); border-radius: 8px; }
button { min-height: 2.75rem; padding: .5rem 1rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 8px; cursor: pointer; }
button.quiet { background: none; color: var(--quiet); padding-inline: .5rem; }
button[hidden] { display: none; }
ul { list-style: none; margin: 0 -1rem; padding: 0; }
li a { display: block; padding: .75rem 1rem; color: inherit; text-decoration: none; border-top: 1px solid var(--line); }
li a:hover { background: var(--ground); }
li a[aria-current=page] { background: var(--soft); box-shadow: inset 3px 0 var(--accent); }
.row { display: flex; justify-content: space-between; gap: .75rem; color: var(--quiet); font-size: .8125rem; }
.who { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
time { white-space: nowrap; }
.subject { display: block; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.copies { font-size: .8125rem; color: var(--on-note); }
.empty { padding: 2rem 1rem; text-align: center; color: var(--quiet); }
.empty p { margin: .25rem 0 0; }
a { color: var(--accent); }
main { display: flex; flex-direction: column; padding: 1rem; min-width: 0; }
main .hint { margin: auto; color: var(--quiet); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .125rem 1rem; margin: 0 0 1rem; font-size: .875rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
nav.boxes { border-bottom: 1px solid var(--line); margin: -.25rem 0 1rem; }
.tabs { display: flex; gap: .25rem; }
.tabs a { padding: .625rem 1rem; border-radius: 8px 8px 0 0; color: var(--quiet); text-decoration: none; font-weight: 600; font-size: .9375rem; }
.tabs a[aria-current=page] { background: var(--surface); color: var(--ink); border: 1px solid var(--line); border-bottom-color: var(--surface); margin-bottom: -1px; position: relative; }
iframe, pre { flex: 1; width: 100%; min-height: 34rem; margin: 0; border: 1px solid var(--line); border-radius: 0 8px 8px 8px; background: var(--surface); }
pre { padding: 1.25rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .9375rem/1.6 ui-monospace, "Cascadia Mono", Menlo, monospace; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.back { display: inline-flex; align-items: center; min-height: 2.75rem; }
.reading .list, .listing main { display: none; }
@media (min-width: 56rem) {
  .panes { grid-template-columns: minmax(20rem, 26rem) 1fr; }
  .reading .list { display: block; }
  .listing main { display: flex; }
  .list { border-right: 1px solid var(--line); max-height: calc(100vh - 2.25rem); overflow-y: auto; position: sticky; top: 0; }
  main { padding: 1.5rem 2rem 2rem; }
  .back { display: none; }
}
`;
