export { deleteExpiredInvitations } from './invitation.repository.ts';
export { teamMails } from './team.mails.ts';
export { teamRouter } from './team.router.ts';
