/** Addresses of stylesheets that are in this document, inline or linked. */
const present = new Map<string, Promise<void>>();

/** Adds stylesheets that the document does not have yet and waits until they apply. A failure is not remembered. */
export async function loadStylesheets(urls: readonly string[]): Promise<void> {
  await Promise.all(urls.map(loadStylesheet));
}

function loadStylesheet(url: string): Promise<void> {
  const known = present.get(url);
  if (known) return known;
  if (document.querySelector(`style[data-href="${CSS.escape(url)}"]`)) return Promise.resolve();
  const loading = new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = url;
    link.onload = () => resolve();
    link.onerror = () => {
      present.delete(url);
      link.remove();
      reject(new Error(`${url} could not be loaded`));
    };
    document.head.append(link);
  });
  present.set(url, loading);
  return loading;
}
