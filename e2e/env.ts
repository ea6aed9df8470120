/** Where the market under test is, and which browser to use; set by `npm test`, or by hand. */
export const readE2eEnv = (source: NodeJS.ProcessEnv = process.env) => ({
  PLAZA_URL: source.PLAZA_URL ?? 'http://localhost:3000',
  /** A Chromium of the machine; Playwright's own when absent. */
  CHROMIUM_PATH: source.CHROMIUM_PATH,
  /** Where to write the results as JSON. */
  PLAZA_E2E_REPORT: source.PLAZA_E2E_REPORT,
  /** The supervisor's file with the addresses of the parts, for journeys that stop or break one. */
  PLAZA_RUN_FILE: source.PLAZA_RUN_FILE,
});
