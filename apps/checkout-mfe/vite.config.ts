import { remoteConfig } from '@plaza/federation/vite';

export default remoteConfig({ name: 'checkout', root: import.meta.dirname });
