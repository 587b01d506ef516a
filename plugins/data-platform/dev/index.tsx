import '@backstage/cli/asset-types';
import '@backstage/ui/css/styles.css';
import ReactDOM from 'react-dom/client';
import { devApp } from './devApp';

ReactDOM.createRoot(document.getElementById('root')!).render(
  devApp.createRoot(),
);
