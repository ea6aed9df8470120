/** Every word about the puzzle that browsers solve. */
export const messages = {
  solving: 'Your browser shows that it is no robot. You need not do anything.',
  solved: 'Your browser has shown that it is no robot.',
  failed: 'Your browser could not show that it is no robot. It tries again when you send the form.',
} as const;
