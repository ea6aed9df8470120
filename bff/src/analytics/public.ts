export { askPipeline } from './ask-pipeline.ts';
export { queueReports } from './weekly-report/queue-reports.ts';
export { STOP_REPORT_PATH, serveStopReport } from './weekly-report/stop-report.http.ts';
export { weeklyReport } from './weekly-report/weekly-report.mail.ts';
