export { removeExpiredInvitations } from './invite-member.ts';
export { teamMails } from './team.mails.ts';
export { teamRouter } from './team.router.ts';
