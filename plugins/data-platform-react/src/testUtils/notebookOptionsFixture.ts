import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';

/** What a form may offer in a domain whose cluster serves both generations. */
export function notebookOptionsFixture(): NotebookOptions {
  return {
    domainRef: 'domain:default/sales',
    source: 'eu-1',
    namespace: 'sales',
    namespaces: ['sales'],
    generations: [1, 2],
    images: [
      {
        id: 'scipy',
        title: 'JupyterLab with SciPy',
        image: 'registry.example/jupyter-scipy:1.11.0',
        group: 'jupyter',
        description: 'Python, pandas, scikit-learn.',
      },
      {
        id: 'code',
        title: 'Visual Studio Code',
        image: 'registry.example/codeserver:1.11.0',
        group: 'code-server',
      },
      {
        id: 'rstudio',
        title: 'RStudio',
        image: 'registry.example/rstudio:1.11.0',
        group: 'rstudio',
      },
    ],
    allowCustomImage: false,
    workspaceKinds: [
      {
        name: 'jupyterlab',
        title: 'JupyterLab',
        description: 'A web-based environment.',
        images: [
          {
            id: 'scipy_190',
            title: 'SciPy 1.9.0',
            redirect: { to: 'scipy_191', message: 'Fixes a CVE.' },
          },
          { id: 'scipy_191', title: 'SciPy 1.9.1', description: 'The latest.' },
        ],
        podConfigs: [
          { id: 'tiny', title: 'Tiny', cpu: '100m', memory: '128Mi' },
          {
            id: 'big_gpu',
            title: 'Big GPU',
            description: '4 CPU, 16 GiB, 1 GPU',
            cpu: '4',
            memory: '16Gi',
            gpu: { key: 'nvidia.com/gpu', count: 1 },
          },
        ],
        defaults: { imageConfig: 'scipy_191', podConfig: 'tiny' },
        homeMountPath: '/home/jovyan',
      },
      {
        name: 'old-lab',
        title: 'Old lab',
        deprecated: true,
        deprecationMessage: 'Use JupyterLab.',
        images: [],
        podConfigs: [],
        defaults: {},
      },
    ],
    podDefaults: [
      {
        name: 'access-lake',
        title: 'Access to the lake',
        labels: { 'access-lake': 'true' },
      },
    ],
    gpus: [
      {
        key: 'nvidia.com/gpu',
        vendor: 'NVIDIA',
        offered: 4,
        free: 3,
        largestFree: 2,
      },
    ],
    volumes: [
      {
        name: 'ada-home',
        size: '5Gi',
        phase: 'Bound',
        accessModes: ['ReadWriteOnce'],
        usedBy: ['ada-orders'],
      },
      {
        name: 'sales-shared',
        size: '50Gi',
        phase: 'Bound',
        accessModes: ['ReadWriteMany'],
        usedBy: [],
      },
    ],
    storageClasses: [
      { name: 'standard', isDefault: true },
      { name: 'fast', isDefault: false },
    ],
    quota: [
      {
        resource: 'requests.cpu',
        label: 'CPU requested',
        used: '4.5',
        hard: '8',
        ratio: 0.5625,
      },
      {
        resource: 'requests.memory',
        label: 'Memory requested',
        used: '8Gi',
        hard: '16Gi',
        ratio: 0.5,
      },
      {
        resource: 'requests.nvidia.com/gpu',
        label: 'GPUs',
        used: '1',
        hard: '2',
        ratio: 0.5,
      },
      { resource: 'pods', label: 'Pods', used: '5', hard: '20', ratio: 0.25 },
      {
        resource: 'requests.storage',
        label: 'Storage requested',
        used: '55Gi',
        hard: '60Gi',
        ratio: 0.92,
      },
    ],
    limits: [
      { type: 'Container', resource: 'cpu', min: '50m', max: '8' },
      { type: 'Container', resource: 'memory', max: '12Gi' },
    ],
    tolerationGroups: [
      {
        id: 'gpu-nodes',
        title: 'GPU nodes',
        description: 'For servers with a GPU.',
      },
    ],
    affinityGroups: [{ id: 'zone-a', title: 'Zone A' }],
    defaults: {
      cpu: '0.5',
      memory: '1Gi',
      homeSize: '5Gi',
      homeMountPath: '/home/jovyan',
      limitFactor: 1.2,
    },
    prices: { currency: 'EUR', coreHour: 0.04, gibHour: 0.005, gpuHour: 2.4 },
    problems: [],
  };
}
