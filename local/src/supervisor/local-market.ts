export { fillStores } from './fill-stores.ts';
export { readOptions } from './options.ts';
export { ProcessList } from './process-list.ts';
export { bffEnvironment, type Connections, sealingEnvironment } from './servers.ts';
export { spawnServer } from './spawn-server.ts';
export { startAnalytics, startDatabase, startPayments } from './stores.ts';
export { CAPTURE_KEY, tsxArgs, Workplace } from './workplace.ts';
