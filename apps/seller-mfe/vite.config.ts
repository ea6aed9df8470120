import { remoteConfig } from '@plaza/federation/vite';

export default remoteConfig({ name: 'seller', root: import.meta.dirname });
