/** Words of the page "this was not me". */
export const notMeMessages = {
  title: 'This was not you?',
  text: 'One press signs out every browser, makes your password void and sends you a link to choose a new one.',
  submit: 'It was not me: secure my account',
  busy: 'Securing your account…',
  done: 'Everybody is signed out, and your password does not work any more. Look at your mail: a link to choose a new one is on its way. It works for 15 minutes.',
} as const;
