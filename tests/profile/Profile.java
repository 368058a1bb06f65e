// Prints what keeps an ontology out of OWL 2 DL, a line each; nothing where it is in it.
import java.io.File;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;

public class Profile {
    public static void main(String[] files) throws Exception {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        OWLOntology ontology = manager.loadOntologyFromOntologyDocument(new File(files[0]));
        for (OWLProfileViolation fault : new OWL2DLProfile().checkOntology(ontology).getViolations()) {
            System.out.println(fault);
        }
    }
}
