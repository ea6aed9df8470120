// Counts of a test run, added up over tools that report in different ways.
import { existsSync, readFileSync } from 'node:fs';

export class Results {
  passed = 0;
  failed = 0;
  /** @type {string[]} */
  failures = [];

  /** A check that passes or fails as a whole. */
  addCheck(name, ok) {
    if (ok) this.passed += 1;
    else this.#fail(name);
  }

  /** @param {string} file report of vitest's JSON reporter */
  addVitest(name, file, ok) {
    const before = this.failed;
    for (const suite of readReport(file)?.testResults ?? []) {
      for (const test of suite.assertionResults) {
        if (test.status === 'passed') this.passed += 1;
        else if (test.status === 'failed') this.#fail(`${relative(suite.name)}: ${test.fullName}`);
      }
      // A file that could not be loaded has no tests to blame.
      const hasFailedTest = suite.assertionResults.some((test) => test.status === 'failed');
      if (suite.status === 'failed' && !hasFailedTest) this.#fail(relative(suite.name));
    }
    if (!ok && this.failed === before) this.#fail(`${name}: ended with an error outside of a test`);
  }

  /** @param {string} file report of Playwright's JSON reporter */
  addPlaywright(name, file, ok) {
    const before = this.failed;
    const report = readReport(file);
    const visit = (suite, path) => {
      for (const child of suite.suites ?? []) visit(child, [...path, child.title]);
      for (const spec of suite.specs ?? []) {
        if (spec.tests.every((test) => test.status === 'skipped')) continue;
        if (spec.ok) this.passed += 1;
        else this.#fail(`${[...path, spec.title].join(' > ')}`);
      }
    };
    for (const suite of report?.suites ?? []) visit(suite, [suite.title]);
    if (!ok && this.failed === before) this.#fail(`${name}: ended with an error outside of a test`);
  }

  #fail(name) {
    this.failed += 1;
    this.failures.push(name);
  }
}

function readReport(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8'));
}

function relative(path) {
  return path.startsWith(process.cwd()) ? path.slice(process.cwd().length + 1) : path;
}
