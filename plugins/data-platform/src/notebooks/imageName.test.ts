import { imageName } from './imageName';

describe('imageName', () => {
  it.each([
    [{ imageTitle: 'JupyterLab', image: 'a/b:1' }, 'JupyterLab'],
    [{ image: 'ghcr.io/kubeflow/jupyter-scipy:v1' }, 'jupyter-scipy:v1'],
    [{ image: 'host:5000/lab@sha256:0123' }, 'lab'],
    [{ image: 'lab' }, 'lab'],
    [{}, undefined],
  ])('%j is %s', (server, name) => {
    expect(imageName(server)).toBe(name);
  });
});
