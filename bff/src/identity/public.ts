export { addRole, findAccount, findAccountByEmail, sealPlainEmails } from './account.repository.ts';
export { EMAIL_CONTEXT, toAccount } from './account-record.ts';
export { finishFirstFactor } from './finish-first-factor.ts';
export { endSessionsOf, removeExpiredSessions, startSession } from './sessions.ts';
export { hashToken, newToken } from './tokens.ts';
export { createVisitor } from './visitor.ts';
