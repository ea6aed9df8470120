/**
 * What mail programs apply. Those that drop a sheet from the head show the light colours, which are written at the
 * elements too; those that read it follow the device to the dark ones.
 */
export const styles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; width: 100%; -webkit-text-size-adjust: 100%; }
table { border-collapse: separate; }
a { color: #1d43b8; }
@media (max-width: 480px) {
  .frame { padding: 12px 8px 24px !important; }
  .card { padding: 24px 20px !important; }
  .heading { font-size: 22px !important; }
  .button { display: block !important; text-align: center !important; }
}
@media (prefers-color-scheme: dark) {
  .canvas { background-color: #0d0f13 !important; }
  .card { background-color: #15181d !important; border-color: #2a2f37 !important; }
  .ink { color: #f2f4f7 !important; }
  .muted { color: #a5adba !important; }
  .mark { background-color: #f2f4f7 !important; }
  .mark-accent { background-color: #8fabff !important; }
  .button { background-color: #8fabff !important; color: #0b1533 !important; }
  .link { color: #8fabff !important; }
  .line { border-color: #2a2f37 !important; }
  .code { background-color: #1a1e24 !important; color: #f2f4f7 !important; }
  .notice { background-color: #2e2412 !important; color: #f0bd68 !important; }
  .bar { background-color: #8fabff !important; }
  .good { color: #6fd3a5 !important; }
  .bad { color: #ff9c94 !important; }
}
`;

const FONT = "Inter,-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Written at the elements, for programs that read nothing else. */
export const inline = {
  canvas: `margin:0;padding:0;background-color:#f2f3f5;font-family:${FONT}`,
  card: `background-color:#ffffff;border:1px solid #e4e6ea;border-radius:14px;padding:36px 40px;font-family:${FONT}`,
  brand: `font-family:${FONT};font-size:19px;font-weight:600;letter-spacing:-0.02em;color:#14171d;padding-left:10px`,
  heading:
    'margin:0 0 16px;font-size:25px;line-height:1.25;font-weight:600;letter-spacing:-0.02em;color:#14171d',
  text: 'margin:0 0 18px;font-size:16px;line-height:1.55;color:#14171d',
  muted: 'font-size:13px;line-height:1.5;color:#565d69',
  button:
    'display:inline-block;background-color:#1d43b8;color:#ffffff;font-size:16px;font-weight:600;line-height:1;padding:15px 24px;border-radius:8px;text-decoration:none',
  link: 'color:#1d43b8;word-break:break-all',
  code: "margin:0 0 22px;padding:18px 12px;border-radius:10px;background-color:#f2f3f5;color:#14171d;text-align:center;font-family:'SF Mono',SFMono-Regular,Consolas,'Liberation Mono',monospace;font-size:30px;font-weight:600;letter-spacing:0.18em",
  notice:
    'margin:0 0 20px;padding:14px 16px;border-radius:10px;background-color:#fdf3e1;color:#8a5300;font-size:14px;line-height:1.5',
  section: 'margin:0 0 2px;font-size:15px;line-height:1.4;font-weight:600;color:#14171d',
  cell: 'padding:12px 0;border-top:1px solid #e4e6ea;font-size:15px;line-height:1.45;color:#14171d;vertical-align:top',
  fact: 'padding:5px 0;font-size:15px;line-height:1.45;color:#14171d;vertical-align:top',
  factLabel: 'padding:5px 20px 5px 0;font-size:15px;line-height:1.45;color:#565d69;vertical-align:top',
  total: 'padding:12px 0 4px;border-top:1px solid #e4e6ea;font-size:17px;font-weight:600;color:#14171d',
  amount: 'text-align:right;white-space:nowrap;padding-left:16px;font-variant-numeric:tabular-nums',
  figure: 'padding:14px 12px 12px 0;border-top:1px solid #e4e6ea;vertical-align:top;line-height:1.4',
  figureValue:
    'font-size:23px;font-weight:600;letter-spacing:-0.02em;line-height:1.35;color:#14171d;font-variant-numeric:tabular-nums',
  bar: 'background-color:#1d43b8;border-radius:3px;font-size:0;line-height:0',
  barLabel: 'padding:4px 12px 4px 0;font-size:14px;line-height:1.4;color:#565d69;white-space:nowrap',
  barValue:
    'padding:4px 0 4px 12px;font-size:14px;line-height:1.4;color:#14171d;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums',
} as const;
