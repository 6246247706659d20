terraform {
  backend "s3" {
    bucket       = "acme-terraform-state"
    key          = "clusters/production.tfstate"
    region       = "eu-west"
    use_lockfile = true
  }
}

module "cluster" {
  source = "../modules/cluster"

  name               = "production-cluster"
  kubernetes_version = "1.33.5"
  template_id        = "acme-k8s-1.33"
  zones              = ["eu-west-1", "eu-west-2", "eu-west-3"]

  node_groups = {
    general = {
      flavor = "c16-m64"
      min    = 24
      max    = 60
    }
    memory = {
      flavor = "c16-m128"
      min    = 12
      max    = 24
    }
    ingress = {
      flavor = "c8-m16"
      min    = 6
      max    = 12
    }
  }
}
