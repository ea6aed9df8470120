export { addRole, findAccount, findAccountByEmail, sealPlainEmails } from './account.repository.ts';
export { EMAIL_CONTEXT, toAccount } from './account-record.ts';
export { absolute, formatMoment, momentText } from './mails/mail-parts.ts';
export { endSessionsOf, removeExpiredSessions, startSession } from './sessions.ts';
export { createTokenVisitor } from './token-visitor.ts';
export { hashToken, newToken } from './tokens.ts';
export { createVisitor } from './visitor.ts';
