terraform {
  backend "s3" {
    bucket       = "acme-terraform-state"
    key          = "clusters/staging.tfstate"
    region       = "eu-west"
    use_lockfile = true
  }
}

module "cluster" {
  source = "../modules/cluster"

  name                = "staging-cluster"
  kubernetes_version  = "1.34.1"
  template_id         = "acme-k8s-1.34"
  control_plane_count = 1
  zones               = ["eu-west-1"]

  node_groups = {
    general = {
      flavor = "c16-m64"
      min    = 9
      max    = 15
    }
  }
}
