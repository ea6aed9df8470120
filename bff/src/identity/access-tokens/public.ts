export { accessTokenJobs } from './access-token-jobs.ts';
export { apiClientMails } from './api-client.mails.ts';
export { deleteClientsOf } from './api-client.repository.ts';
export { apiClientRouter } from './api-client.router.ts';
export { serveOauth, serveWellKnown } from './oauth.http.ts';
