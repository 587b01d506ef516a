import { NotebookImage } from '@millrace/backstage-plugin-data-platform-common';

const REPOSITORY = 'ghcr.io/kubeflow/kubeflow/notebook-servers';
const TAG = 'v1.11.0';

/**
 * Images that Kubeflow's own form offers.
 * @see kubeflow/notebooks, crud-web-apps/jupyter, spawner_ui_config.yaml
 */
export const KUBEFLOW_IMAGES: readonly NotebookImage[] = [
  image('jupyter-scipy', 'JupyterLab', 'Python with the usual data libraries.'),
  image('jupyter-pytorch-full', 'JupyterLab with PyTorch', 'On CPUs.'),
  image(
    'jupyter-pytorch-cuda-full',
    'JupyterLab with PyTorch and CUDA',
    'On NVIDIA GPUs.',
  ),
  image('jupyter-tensorflow-full', 'JupyterLab with TensorFlow', 'On CPUs.'),
  image(
    'jupyter-tensorflow-cuda-full',
    'JupyterLab with TensorFlow and CUDA',
    'On NVIDIA GPUs.',
  ),
  image(
    'codeserver-python',
    'Visual Studio Code',
    'Code-server with Python.',
    'code-server',
  ),
  image('rstudio-tidyverse', 'RStudio', 'R with the tidyverse.', 'rstudio'),
];

function image(
  id: string,
  title: string,
  description: string,
  group: NotebookImage['group'] = 'jupyter',
): NotebookImage {
  return { id, title, image: `${REPOSITORY}/${id}:${TAG}`, group, description };
}
