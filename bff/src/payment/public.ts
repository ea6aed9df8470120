export { paymentJobs } from './payment-jobs.ts';
