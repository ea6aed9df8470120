import type { Connections } from '@plaza/contracts';
import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { connectionsHead } from '../pages/connections/connections-head.ts';
import { ConnectionsPage } from '../pages/connections/connections-page.tsx';
import { loadConnections } from '../pages/connections/load-connections.ts';

const page: Page<Connections> = { default: ConnectionsPage, loader: loadConnections, head: connectionsHead };

export default page.default;
export const { loader, head } = page;
