/** What developers read; not among the shell's own messages, which every visitor's first script has. */
export const messages = {
  loading: 'Drawn by your browser alone, because a part of it is built on your machine.',
  silent: (frontend: string, place: string) =>
    `Nothing answers for ${frontend} at ${place}. Start it by: npm run serve -- ${frontend}-mfe`,
  other: (frontend: string, place: string) => `What is served at ${place} is not ${frontend}`,
  failed: (frontend: string) => `${frontend} does not build: its terminal says why. The last build stays`,
} as const;
