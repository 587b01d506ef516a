export {
  kubeflowNotebooksIntegration,
  kubeflowWorkspacesIntegration,
} from './kubeflowNotebooks';
