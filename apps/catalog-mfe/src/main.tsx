import { startHarness } from '@plaza/federation/harness';
import './harness.css';

startHarness({ remote: 'catalog', modules: import.meta.glob('./exposes/*.ts') });
