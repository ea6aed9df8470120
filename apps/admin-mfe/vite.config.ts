import { remoteConfig } from '@plaza/federation/vite';

export default remoteConfig({ name: 'admin', root: import.meta.dirname });
