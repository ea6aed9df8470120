/** What somebody chose; `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const STORAGE_KEY = 'plaza-theme';
const CHANGED = 'plaza-theme-changed';

/**
 * Goes inline into the head, before any style: sets the chosen theme so that the page never flashes in the other one.
 * A page that a CDN keeps cannot know the choice, hence storage and no cookie.
 */
export const themeScript = `try{var t=localStorage.getItem('${STORAGE_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** The choice in force, as the document shows it. */
export function readTheme(): ThemeChoice {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Applies a choice to the document and remembers it where the browser allows that. */
export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  try {
    if (choice === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // Storage is closed to us (private mode): the choice holds for this page.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls `listener` whenever a choice is made on this page. */
export function onThemeChange(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}
