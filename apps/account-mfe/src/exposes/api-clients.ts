import type { ApiClientList } from '@plaza/contracts';
import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { apiClientsHead } from '../pages/api-clients/api-clients-head.ts';
import { ApiClientsPage } from '../pages/api-clients/api-clients-page.tsx';
import { loadApiClients } from '../pages/api-clients/load-api-clients.ts';

const page: Page<ApiClientList> = { default: ApiClientsPage, loader: loadApiClients, head: apiClientsHead };

export default page.default;
export const { loader, head } = page;
