export { listSignIns } from './list-sign-ins.ts';
export { watchRouter } from './watch.router.ts';
export { watchJobs } from './watch-jobs.ts';
