/** Import rules: where code may look. Each rule says why; ARCHITECTURE.md tells the same in prose. */

const DOMAINS =
  'catalog|inventory|search|cart|order|payment|fulfilment|seller|identity|analytics|notification|audit|profile|release';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that cannot be found breaks the build of whoever deploys next.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css|virtual:' },
    },
    {
      name: 'apps-stand-alone',
      comment: 'Teams deploy alone: an app that imports another cannot be released without it.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-only-through-packages',
      comment:
        'Frontends speak tRPC to the BFF; its code, the pipeline and the local stand-ins stay on the server.',
      severity: 'error',
      from: { path: '^apps/', pathNot: '\\.integration\\.test\\.ts$' },
      to: { path: '^(bff|pipeline|local|bench|chaos|e2e)/' },
    },
    {
      name: 'packages-know-nobody',
      comment:
        'Packages are below the apps and services; only the api-client may name the type of the router.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/(api-client|testing)/' },
      to: { path: '^(apps|bff|pipeline|local|bench|chaos|e2e)/' },
    },
    {
      name: 'api-client-takes-types-only',
      comment: 'Code of the BFF must not reach a browser; its types must.',
      severity: 'error',
      from: { path: '^packages/api-client/' },
      to: { path: '^bff/', dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'domains-meet-in-public',
      comment:
        'What a domain shows to others is in its public.ts; table files may be named for foreign keys and joins.',
      severity: 'error',
      from: { path: `^bff/src/(${DOMAINS})/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^bff/src/(${DOMAINS})/`, pathNot: ['^bff/src/$1/', '/public\\.ts$', '\\.table\\.ts$'] },
    },
    {
      name: 'platform-has-no-domain',
      comment: 'The platform serves every domain and therefore knows none.',
      severity: 'error',
      from: { path: '^bff/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: `^bff/src/(${DOMAINS})/` },
    },
    {
      name: 'only-pipeline-writes-clickhouse',
      comment: 'One writer keeps exactly-once a property of one program.',
      severity: 'error',
      from: { pathNot: '^(pipeline|local|bench|e2e|packages/testing)/' },
      to: { path: 'node_modules/@clickhouse/client' },
    },
    {
      name: 'product-never-imports-stand-ins',
      comment: 'What runs in production must not need what makes a laptop comfortable.',
      severity: 'error',
      from: {
        path: '^(apps|bff|pipeline|packages)/',
        pathNot: [
          '\\.test\\.tsx?$',
          '^packages/testing/',
          '^bff/src/testing/',
          '^pipeline/src/test-support/',
        ],
      },
      to: { path: '^(local|packages/testing)/' },
    },
    {
      name: 'product-never-imports-test-support',
      comment:
        'What helps tests may use stores and stand-ins of tests; the product must not reach them through it.',
      severity: 'error',
      from: {
        path: '^(bff|pipeline)/',
        pathNot: ['\\.test\\.ts$', '^bff/src/testing/', '^pipeline/src/test-support/'],
      },
      to: { path: '^(bff/src/testing|pipeline/src/test-support)/' },
    },
    {
      name: 'no-dev-dependency-in-product',
      comment: 'A development dependency is missing in production.',
      severity: 'error',
      from: {
        path: '^(apps|bff|pipeline|packages)/[^/]+/?src/',
        pathNot: ['\\.test\\.tsx?$', '/src/main\\.tsx$'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm-peer'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.turbo|\\.data|coverage|test-results)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
