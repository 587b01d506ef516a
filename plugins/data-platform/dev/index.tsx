import '@backstage/cli/asset-types';
import ReactDOM from 'react-dom/client';
import { devApp } from './devApp';
import './dev.css';

ReactDOM.createRoot(document.getElementById('root')!).render(
  devApp.createRoot(),
);
