/**
 * How Playwright starts a Chromium that nobody looks at: also as root and in a container, and with no traffic of its own.
 * @param path of the program; Playwright's own without one
 */
export const chromiumOptions = (path: string | undefined) => ({
  ...(path ? { executablePath: path } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
