/** Look of a frame that shows somebody's text by itself. A constant: the content policy of pages names it by its hash. */
export const framedTextCss =
  'body{font:16px/1.6 system-ui,sans-serif;color:#14171d;background:#fff;margin:16px}img{max-width:100%}';
