import type { CanaryAudience, FrontendDetail, GuardMetric, GuardReport } from '@plaza/contracts';
import { formatCount } from '@plaza/ui/format';

const audienceKinds: Record<CanaryAudience['kind'], { label: string; text: string }> = {
  share: { label: 'A share of all visitors', text: 'Drawn at random, and kept by who has drawn it.' },
  internal: {
    label: 'Staff',
    text: 'Browsers of developers and admins that have joined, below the list of all releases.',
  },
  countries: { label: 'Some countries', text: 'A share of the visitors who come from there.' },
  newVisitors: { label: 'New visitors', text: 'A share of those who were never here before.' },
};

const guardStates: Record<GuardReport['state'], string> = {
  waiting: 'Waiting for visitors',
  watching: 'Nothing worse so far',
  worse: 'Worse than stable',
};

const metrics: Record<GuardMetric, string> = {
  failures: 'Page views with a failure',
  LCP: 'Loads with a poor LCP',
  INP: 'Loads with a poor INP',
  CLS: 'Loads with a poor CLS',
  add_to_cart: 'Viewed a product, put nothing into the cart',
  checkout: 'Filled a cart, did not begin to check out',
  order: 'Began to check out, did not order',
};

/** Texts of the pages about releases. */
export const releaseMessages = {
  title: 'Releases',
  text: 'What visitors get of each frontend. A team changes its own.',
  frontend: 'Frontend',
  team: 'Team',
  stable: 'Stable',
  canary: 'Canary',
  state: 'State',
  noRelease: 'Not released',
  noCanary: 'None',
  off: 'Switched off',
  on: 'Live',
  trial: 'Canary running',
  held: 'Canary held',
  worse: 'Canary worse',
  emptyTitle: 'Nothing was released yet',
  emptyText: 'Frontends appear here with their first release: npm run release -- catalog-mfe',
  audienceKinds,
  audienceOf(audience: CanaryAudience): string {
    switch (audience.kind) {
      case 'share':
        return `${audience.percent}% of visitors`;
      case 'internal':
        return 'Staff who have joined';
      case 'countries':
        return `${audience.percent}% of visitors from ${audience.countries.join(', ')}`;
      case 'newVisitors':
        return `${audience.percent}% of new visitors`;
    }
  },
  releasedBy: (who: string) => `by ${who}`,
  guardStates,
  metrics,
  boundaries: 'Show in the shop which team owns what',
  internal: {
    title: 'Canaries for staff in this browser',
    joined: 'This browser gets canaries that are for staff.',
    left: 'This browser gets what visitors get.',
    join: 'Get them here',
    leave: 'Stop getting them',
    /** The page itself may come from another release from now on. */
    done: 'Done. It holds from the next page that you open.',
  },
  all: 'All releases',
  traffic: 'What visitors get',
  previous: 'Before',
  since: 'Since',
  nothingBefore: 'Nothing: there is no release to go back to.',
  audience: 'Who gets the canary',
  visitorsLegend: 'Share of visitors with each release',
  restOfVisitors: 'All others',
  notOwn: 'Its team changes it, and admins do.',
  compared: {
    title: 'Canary against stable',
    text: 'A test that may be looked at any time compares both releases on the visitors of the same minutes. When the evidence reaches its limit, the canary is rolled back by itself.',
    emptyTitle: 'Nothing to compare yet',
    emptyText: 'Figures appear as soon as visitors have met both releases.',
  },
  uncompared: {
    title: 'How the canary does',
    state: 'Not compared',
    text: 'Everybody whom this canary is for gets it, and nobody the stable release: it is compared with nothing, and not rolled back by itself. Look at the figures, then give it to a share of visitors.',
    emptyTitle: 'Nothing to show yet',
    emptyText: 'Figures appear as soon as somebody has met the canary.',
  },
  judgedUntil: (at: string) => `Visitors until ${at} are counted.`,
  metric: 'What went badly',
  evidence: 'Evidence',
  evidenceOf: (percent: number) => `${percent}% of the limit`,
  shareOf: (share: string, bad: number, total: number) =>
    `${share} (${formatCount(bad)} of ${formatCount(total)})`,
  none: '–',
  health: 'Health in the last four weeks',
  healthText: 'Lines mark the days on which somebody changed what visitors get.',
  failuresByDay: 'Failures per 1,000 views by day',
  failureRate: 'Failures per 1,000 views',
  moreFigures: 'All figures of this frontend',
  releases: 'Releases of this frontend',
  releasesText:
    'Files of a release never change; those that are not used any more are removed after a while.',
  version: 'Version',
  releasedAt: 'Released',
  note: 'What is new',
  size: 'Scripts and styles',
  choose: 'What to do',
  actionsOf: (version: string) => `What to do with ${version}`,
  compare: 'Compare',
  compareWithStable: 'Compare with stable',
  history: 'History',
  historyText: 'Who changed what visitors get, and why.',
  noHistoryTitle: 'Nothing has happened yet',
  noHistoryText: 'Every release and every change of what visitors get is written down here.',
  people: 'Who may change it',
  peopleText: 'Developers of the team; admins may change every frontend.',
  noMembers: 'Nobody but admins.',
  addMember: 'Add somebody',
  memberEmail: 'E-mail address',
  memberAdded: 'They may change this frontend from now on.',
  memberRemoved: (name: string) => `${name} may not change this frontend any more.`,
  removeMember: 'Remove',
  removeMemberNamed: ({ name, email }: FrontendDetail['members'][number]) =>
    `Remove ${name}${email === null ? '' : ` (${email})`}`,
  tokens: 'Tokens for the release command',
  tokensText: 'A token lets a build server release this frontend, and nothing else.',
  noTokens: 'There is no token',
  noTokensText: 'The release command asks for one wherever it does not run beside the market.',
  close: 'Close',
  tokenName: 'Name',
  tokenNameHint: 'What will use it, such as the build server.',
  tokenCreated: 'Created',
  tokenExpires: 'Expires',
  tokenLastUsed: 'Last used',
  never: 'Never',
  addToken: 'New token',
  createToken: 'Create',
  tokenShown: 'Copy this token now. It is not shown again.',
  tokenEnded: (name: string) => `${name} does not work any more.`,
  endToken: 'End',
  endTokenNamed: (name: string) => `End ${name}`,
  diff: {
    title: (version: string) => `What ${version} changes`,
    text: (from: string) => `Against ${from}, which is stable.`,
    same: 'Their contracts are the same.',
    came: 'New',
    went: 'Gone',
    changed: 'Changed',
    sections: {
      pages: 'Pages',
      slots: 'Slots',
      uses: 'Slots of others',
      data: 'Domains of the server',
      procedures: 'Procedures',
      events: 'Events',
      shared: 'From the shell',
    },
    sizes: 'Sizes',
    before: 'Stable',
    after: 'This release',
    part: 'Part',
    /** Pages and slots have names of their own. */
    partOf: (name: string) => (name === 'script' ? 'All scripts' : name === 'style' ? 'Styles' : name),
    failed: 'The two could not be compared. Try again.',
  },
  steps: {
    activate: {
      title: (version: string) => `Give ${version} to everybody?`,
      text: 'Every visitor gets it with their next page, and a canary ends. The release that is stable now stays at hand.',
      yes: 'Make stable',
      done: (version: string) => `${version} is stable.`,
    },
    startCanary: {
      title: (version: string) => `Try ${version} as a canary`,
      text: 'Some visitors get it beside the stable release. If it does worse, it is rolled back by itself.',
      yes: 'Start canary',
      done: (version: string) => `${version} runs as a canary.`,
    },
    changeAudience: {
      title: (version: string) => `Who gets ${version}?`,
      text: 'Who has it keeps it.',
      yes: 'Change who gets it',
      done: () => 'Changed.',
    },
    promote: {
      title: (version: string) => `Promote ${version}?`,
      text: 'Every visitor gets it with their next page.',
      yes: 'Promote',
      done: (version: string) => `${version} is stable.`,
    },
    hold: {
      title: (version: string) => `Hold ${version}?`,
      text: 'Nobody joins any more. Who has it keeps it, and the comparison goes on.',
      yes: 'Hold',
      done: (version: string) => `${version} is held.`,
    },
    resume: {
      title: (version: string) => `Let visitors join ${version} again?`,
      text: 'New visitors draw it as before.',
      yes: 'Resume',
      done: (version: string) => `Visitors join ${version} again.`,
    },
    rollBack: {
      title: (version: string) => `Roll ${version} back?`,
      text: 'Nobody gets it with their next page. It stays listed and can be tried again.',
      yes: 'Roll back',
      done: (version: string) => `${version} is rolled back.`,
    },
    switchOff: {
      title: () => 'Switch this frontend off?',
      text: 'Its pages say that they are closed and its parts of other pages are empty, for everybody, until it is switched on. Pages that are open already go on, and offer to be loaded anew.',
      yes: 'Switch off',
      done: () => 'Switched off.',
    },
    switchOn: {
      title: () => 'Switch this frontend on?',
      text: 'Every visitor gets it with their next page.',
      yes: 'Switch on',
      done: () => 'Switched on.',
    },
  },
  refusals: {
    unknown_release: 'This release is not known.',
    no_canary: 'There is no canary any more. The page shows what is there now.',
    nothing_before: 'There is no release to go back to.',
    nothing_stable: 'There is nothing to compare it with: make a release stable first.',
    already_stable: 'This release is stable already.',
    files_missing: 'The files of this release are gone. Release it again.',
    stale: 'Somebody was faster. The page shows what is there now; look again.',
  },
  pageTaken: (path: string, frontend: string) => `${path} is a page of ${frontend} now.`,
  form: {
    audience: 'Who gets it',
    percent: 'Percent',
    percentError: 'A whole number from 1 to 99; up to 100 among new visitors and for countries.',
    countries: 'Countries',
    countriesHint: 'Two letters each, as DE, FR, GB.',
    countriesError: 'Write two letters for each country, with commas between.',
  },
} as const;
