export const boundaryMessages = {
  label: 'Team boundaries',
  show: 'Show team boundaries',
  /** What a team has on this page. */
  owned: (team: string, parts: string) => `${team}: ${parts}`,
  part: (name: string, version: string) => (version === '' ? name : `${name} ${version.slice(0, 8)}`),
  rest: 'All else is the shell.',
} as const;
