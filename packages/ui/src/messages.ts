/**
 * English defaults of the words that components need; every one can be replaced by a prop of the same name. Each is an
 * export of its own, so that a frontend brings those of the components that it uses.
 */
export const optional = 'Optional';
export const busy = 'Working…';
export const loading = 'Loading';
export const close = 'Close';
export const dismiss = 'Dismiss';
export const retry = 'Try again';
export const errorTitle = 'Something went wrong';
export const errorText = 'This part could not be loaded. The rest of the page still works.';
export const offlineTitle = 'You are offline';
export const offlineText = 'What you see may be out of date. Plaza reconnects by itself.';
export const skipToContent = 'Skip to content';
export const breadcrumbs = 'Breadcrumbs';
export const noPicture = 'No picture yet';
export const pagination = 'Pages';
export const previousPage = 'Previous';
export const nextPage = 'Next';
export const page = (page: number) => `Page ${page}`;
export const priceNow = 'Price';
export const priceBefore = 'Price before';
export const quantity = 'Quantity';
export const decrease = 'One fewer';
export const increase = 'One more';
export const notifications = 'Notifications';
export const themeLight = 'Light';
export const themeDark = 'Dark';
export const themeSystem = 'Same as device';
export const theme = 'Colours';
export const againstBefore = 'against the period before';
export const noComparison = 'No earlier period to compare with';
export const chartTable = 'Show as a table';
export const csv = 'Download CSV';
export const chartKeys = 'Use the left and right arrow keys to read the values.';
export const chartPeriod = 'Period';
export const chartBefore = 'Period before';
export const chartSoFar = 'so far';
export const chartUnfinished = 'Not over yet';
export const chartUnknown = 'No data yet';
export const stepDone = 'Done';
export const stepCurrent = 'Now';
export const stepNext = 'To come';
export const stepFailed = 'Stopped';
export const periodOwn = 'Choose days';
export const periodFrom = 'First day';
export const periodTo = 'Last day';
export const periodShow = 'Show these days';
