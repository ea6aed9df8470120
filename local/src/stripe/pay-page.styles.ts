/** Styles of the payment page; one sheet, sent with every page, so that nothing else has to be fetched. */
export const styles = `
:root {
  color-scheme: light dark;
  --ground: #f4f3ef; --surface: #ffffff; --ink: #1d2320; --quiet: #57605b; --line: #d5d8d1;
  --accent: #1f5c4d; --on-accent: #ffffff; --focus: #0b63ce; --bad: #a3211b; --bad-ground: #fdeeec; --note: #fff3d1; --on-note: #4d3800;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #141816; --surface: #1d2320; --ink: #eef1ee; --quiet: #a9b3ad; --line: #3a433e;
    --accent: #8fd3bf; --on-accent: #10201b; --focus: #7ab6ff; --bad: #ffb4ab; --bad-ground: #3b1d1b; --note: #3d3213; --on-note: #ffe7a6;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
.note { background: var(--note); color: var(--on-note); padding: .5rem 1rem; text-align: center; font-size: .875rem; font-weight: 600; }
main { max-width: 60rem; margin: 0 auto; padding: clamp(1.25rem, 4vw, 3.5rem) 1.25rem; display: grid; gap: clamp(1.5rem, 5vw, 4rem); }
main.single { max-width: 32rem; }
@media (min-width: 52rem) { main:not(.single) { grid-template-columns: 1fr 1fr; align-items: start; } }
h1 { font-size: clamp(1.5rem, 4vw, 2rem); line-height: 1.2; margin: 0 0 1rem; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
h2 { font-size: 1.0625rem; margin: 0 0 1rem; }
ul { list-style: none; margin: 0; padding: 0; }
.lines li { display: flex; justify-content: space-between; gap: 1rem; padding: .75rem 0; border-bottom: 1px solid var(--line); }
.lines span { min-width: 0; overflow-wrap: anywhere; }
.lines small, .hint { color: var(--quiet); font-size: .875rem; display: block; }
.amount { white-space: nowrap; font-variant-numeric: tabular-nums; }
.total { display: flex; justify-content: space-between; font-weight: 700; padding-top: 1rem; margin: 0; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; padding: clamp(1.25rem, 3vw, 2rem); }
.field { margin-bottom: 1rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
label { display: block; font-weight: 600; font-size: .9375rem; margin-bottom: .25rem; }
input {
  width: 100%; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--quiet); border-radius: 8px;
  padding: .625rem .75rem; min-height: 2.75rem; font-variant-numeric: tabular-nums;
}
input[aria-invalid=true] { border-color: var(--bad); border-width: 2px; }
.error { color: var(--bad); font-size: .875rem; margin: .25rem 0 0; font-weight: 600; }
.alert { background: var(--bad-ground); color: var(--bad); border: 1px solid currentColor; border-radius: 8px; padding: .75rem 1rem; margin-bottom: 1.25rem; }
.alert strong { display: block; }
button, .button {
  display: block; width: 100%; min-height: 3rem; border: 1px solid var(--accent); border-radius: 8px; background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 700; padding: .625rem 1rem; text-align: center; text-decoration: none; cursor: pointer;
}
button.quiet { background: transparent; color: var(--ink); border-color: var(--quiet); margin-top: .75rem; }
button:hover, .button:hover { filter: brightness(1.08); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.back { display: inline-block; margin-top: 1.25rem; padding: .5rem 0; }
details { margin-top: 1.25rem; border-top: 1px solid var(--line); padding-top: 1rem; font-size: .9375rem; }
summary { cursor: pointer; font-weight: 600; padding: .25rem 0; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: .5rem 0 0; }
dt { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; font-size: .875rem; white-space: nowrap; }
dd { margin: 0; color: var(--quiet); }
@media (max-width: 26rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
`;
