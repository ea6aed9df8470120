/** Prints a heading and a copy of an element, and nothing else of the page. */
export function printAlone(heading: string, element: HTMLElement): void {
  const hidden = [...document.body.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && !child.hidden,
  );
  const sheet = document.createElement('div');
  const title = document.createElement('h1');
  title.textContent = heading;
  sheet.append(title, element.cloneNode(true));
  const restore = () => {
    sheet.remove();
    for (const child of hidden) child.hidden = false;
  };
  for (const child of hidden) child.hidden = true;
  document.body.append(sheet);
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}
