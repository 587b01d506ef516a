import { replayLakeFs } from './replayLakeFs';

replayLakeFs({ topic: 'repositories' });
