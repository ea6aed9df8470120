/** In the address: `?plaza-boundaries=on`. It holds for the pages after it, until it is switched off or the tab is closed. */
const PARAMETER = 'plaza-boundaries';

/** @param search of the address */
export function areBoundariesWanted(search: string): boolean {
  const isAsked = new URLSearchParams(search).has(PARAMETER);
  if (isAsked) rememberBoundaries(true);
  return isAsked || wereBoundariesWanted();
}

export function rememberBoundaries(areWanted: boolean): void {
  try {
    if (areWanted) sessionStorage.setItem(PARAMETER, '');
    else sessionStorage.removeItem(PARAMETER);
  } catch {
    // Storage is closed to us: the choice holds for this page.
  }
}

function wereBoundariesWanted(): boolean {
  try {
    return sessionStorage.getItem(PARAMETER) !== null;
  } catch {
    return false;
  }
}
