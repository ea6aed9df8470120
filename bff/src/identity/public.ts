export { addRole, findAccount, findAccountByEmail, sealPlainEmails } from './account.repository.ts';
export { EMAIL_CONTEXT, toAccount } from './account-record.ts';
export { finishFirstFactor } from './finish-first-factor.ts';
export { removeExpiredSessions, startSession } from './sessions.ts';
export { createVisitor } from './visitor.ts';
