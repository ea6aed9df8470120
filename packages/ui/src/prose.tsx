/** Classes for the HTML of sellers, which carries none of its own. */
export const proseClass =
  'flex max-w-prose flex-col gap-4 text-ink [&_a]:text-accent [&_a]:underline [&_h2]:text-lg [&_h2]:font-semibold [&_h3]:font-semibold [&_li]:mb-1 [&_ol]:list-decimal [&_ol]:ps-5 [&_ul]:list-disc [&_ul]:ps-5';
