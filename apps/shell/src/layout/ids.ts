/** The element that holds the page: where the skip link and the focus after a navigation go. */
export const MAIN_ID = 'main';
