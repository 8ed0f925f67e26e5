"""What takes place when and where: computed once a build."""
