export { removeExpiredSessions, startSession } from './sessions.ts';
export { createVisitor } from './visitor.ts';
