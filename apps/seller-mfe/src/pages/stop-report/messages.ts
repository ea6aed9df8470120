/** Every text of the page that ends weekly reports. */
export const stopReportMessages = {
  title: 'Weekly reports',
  heading: 'Stop the weekly report?',
  text: 'You will not get the Monday mail about this shop any more. The dashboard stays as it is, and the report can be turned on again there.',
  stop: 'Stop the reports',
  stopping: 'Stopping…',
  doneHeading: 'No more weekly reports',
  doneText: 'You can turn them on again at the end of the dashboard.',
  toDashboard: 'Open the dashboard',
  noToken: 'This link is not complete. Open it from the mail again.',
  failed: 'The shop could not be reached. Nothing was changed; try again.',
} as const;
