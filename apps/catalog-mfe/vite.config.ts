import { remoteConfig } from '@plaza/federation/vite';

export default remoteConfig({ name: 'catalog', root: import.meta.dirname });
