import { startHarness } from '@plaza/federation/harness';
import './harness.css';

startHarness({ remote: 'example', modules: import.meta.glob('./exposes/*.ts') });
